"""The requests that botocore makes, as lines of JSON: one answer to each question.

Nothing is sent: each request is taken where botocore would send it, and answered by nothing.
"""

import json
import sys

from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointVariantError
from botocore.session import Session

SESSION = Session()
SESSION.set_credentials("AKIDEXAMPLE", "an invented secret")
LOADER = SESSION.get_component("data_loader")


class EmptyAnswer:
    """The body of an answer without one."""

    @staticmethod
    def stream(**_):
        return [b"{}"]


def partitions():
    """AWS's partitions, each with its Regions."""
    return [
        {"id": partition["id"], "regions": list(partition["regions"])}
        for partition in LOADER.load_data("partitions")["partitions"]
    ]


def client(question):
    """The client for a question, and why its endpoint is not its own choice, where it is not."""
    service, region, own = question["service"], question["region"], question.get("endpoint")
    fips, dual_stack = question.get("fips"), question.get("dualStack")
    try:
        config = Config(use_fips_endpoint=fips, use_dualstack_endpoint=dual_stack)
        return SESSION.create_client(service, region_name=region, endpoint_url=own, config=config), None
    except EndpointVariantError as error:
        # botocore's older table of endpoints knows less than its rules, and is asked first.
        rules = LOADER.load_service_model(service, "endpoint-rule-set-1")
        provider = EndpointProvider(rules, LOADER.load_data("partitions"))
        endpoint = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack)
        return SESSION.create_client(service, region_name=region, endpoint_url=endpoint.url), str(error)


def request(question):
    """The request that botocore makes of a question's input."""
    taken = []

    def take(request, **_):
        taken.append(request)
        return AWSResponse(request.url, 200, {}, EmptyAnswer())

    service, refused = client(question)
    service.meta.events.register("before-send", take)
    service._make_api_call(question["operation"], question["input"])
    (made,) = taken
    text = lambda value: value.decode() if isinstance(value, bytes) else value
    return {
        "method": made.method,
        "url": made.url,
        "headers": {name.lower(): text(value) for name, value in made.headers.items()},
        "body": text(made.body),
        "refused": refused,
    }


def answer(question):
    if question["ask"] == "partitions":
        return partitions()
    try:
        return request(question)
    except Exception as error:  # Whatever it is, it is this question's answer, and the others are asked all the same.
        return {"error": f"{type(error).__name__}: {error}"}


for line in sys.stdin.buffer:
    print(json.dumps(answer(json.loads(line))))
