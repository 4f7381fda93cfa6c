"""What cfn-lint makes of templates, as lines of JSON: one answer to each template."""

import json
import sys

import yaml
from cfnlint.config import ConfigMixIn
from cfnlint.decode.decode import decode_str
from cfnlint.runner import Runner

RUNNER = Runner(ConfigMixIn(regions=["us-east-1"]))


def answer(text):
    """The template as cfn-lint and PyYAML read it, and what is wrong with it."""
    template, errors = decode_str(text)
    found = errors or RUNNER.validate_template(template)
    problems = [
        {"rule": match.rule.id, "path": [str(step) for step in getattr(match, "path", None) or []], "message": match.message}
        for match in found
    ]
    return {"template": template, "yaml": yaml.safe_load(text), "problems": problems}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line)["text"])))
