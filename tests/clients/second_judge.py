"""A second judge of requests: what the models that AWS ships with botocore say of them, and nothing else.

It makes so many requests of each operation by chance, from a seed, most of them a mistake or a few away from one that passes,
and prints each as a line of JSON: the operation, the input, and the findings, as a JSON Pointer and a code. It knows
nothing of xregion but the names of codes.
"""

import json
import random
import re
import sys

from botocore.session import Session

SERVICES = {
    "CreateReplicationSet": "ssm-incidents",
    "ReplicateSecretToRegions": "secretsmanager",
    "CreateReplicationConfiguration": "efs",
    "ReplicateKey": "kms",
}

TYPES = {
    "structure": dict,
    "map": dict,
    "list": list,
    "string": str,
    "boolean": bool,
}

WRONG = [None, True, 0, 1.5, "", "text", [], ["text"], {}, {"key": "value"}]

# What stands in identifiers, tags and texts, and what lies beside it.
CHARACTERS = "abcdefxyzAXZ0189-_:/.=+@, !*\t\n\u00e4\u00ff\u0100\u2028\U0001f600"

TEXTS = [
    "us-east-1", "eu-west-1", "us-gov-west-1", "cn-north-1", "us-east-1a", "US-EAST-1", "us-east", "us-iso-east-1", "eusc-de-east-1", "us-east-11", "-",
    "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab",
    "arn:aws:kms:us-east-1:111122223333:alias/orders",
    "mrk-1234abcd12ab34cd56ef1234567890ab", "1234abcd-12ab-34cd-56ef-1234567890ab", "alias/orders", "alias/",
    "arn:aws:secretsmanager:us-east-1:111122223333:secret:orders-a1b2c3", "orders/database",
    "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0", "fs-01234567", "fs-0123456", "fs-0123456789abcdef0\n",
    "arn:aws:iam::111122223333:role/efs", "arn:aws:iam::111122223333:user/efs", "arn:iam::111122223333:role/efs",
    "aws:team", "AWS:team", "team", "cost center", "a,b", "a;b", "{}", "\x00", "\x7f",
]  # fmt: skip


def judged(shape, value, pointer, found):
    """Adds the findings about a value."""
    if not isinstance(value, TYPES[shape.type_name]):
        found.append((pointer, "wrong_type"))
    elif shape.type_name == "structure":
        for name in value:
            if name not in shape.members:
                found.append((below(pointer, name), "unknown_field"))
        for name, member in shape.members.items():
            if name in value:
                judged(member, value[name], below(pointer, name), found)
            elif name in shape.required_members:
                found.append((below(pointer, name), "missing_required"))
    elif shape.type_name == "list":
        bounds(shape, len(value), pointer, found, "too_few", "too_many")
        for index, item in enumerate(value):
            judged(shape.member, item, below(pointer, index), found)
    elif shape.type_name == "map":
        bounds(shape, len(value), pointer, found, "too_few", "too_many")
        for key, item in value.items():
            judged(shape.key, key, below(pointer, key), found)
            judged(shape.value, item, below(pointer, key), found)
    elif shape.type_name == "string":
        bounds(shape, len(value), pointer, found, "too_short", "too_long")
        if not matches(shape, value):
            found.append((pointer, "pattern_mismatch"))


def bounds(shape, actual, pointer, found, few, many):
    if actual < shape.metadata.get("min", 0):
        found.append((pointer, few))
    if actual > shape.metadata.get("max", actual):
        found.append((pointer, many))


def matches(shape, value):
    # Patterns are of the whole string, and of ASCII; a dot is none of ECMA's line terminators.
    pattern = shape.metadata.get("pattern")
    if pattern is None:
        return True
    expression = pattern.removeprefix("^").removesuffix("$").replace(r"\\", "\\")
    if expression in (".+", ".*"):
        expression = expression.replace(".", "[^\n\r\u2028\u2029]")
    return re.fullmatch(expression, value, re.ASCII) is not None


def below(pointer, step):
    return f"{pointer}/{str(step).replace('~', '~0').replace('/', '~1')}"


class Chance:
    """Values by chance, near to what a shape asks for."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_in(self, count):
        return self.random.randrange(count) == 0

    def value(self, shape):
        if self.one_in(40):
            return self.random.choice(WRONG)
        return getattr(self, shape.type_name)(shape)

    def structure(self, shape):
        value = {}
        for name, member in shape.members.items():
            if not self.one_in(20 if name in shape.required_members else 3):
                value[name] = self.value(member)
        if self.one_in(30):
            value[self.random.choice(["Other", "region", "Tags ", "__proto__", "a/b~c", ""])] = self.random.choice(WRONG)
        return value

    def count(self, shape):
        most = shape.metadata.get("max", 50)
        if self.one_in(30):
            return most + self.random.choice([-1, 0, 1])
        return self.random.randint(0 if self.one_in(10) else 1, min(most, 4))

    def list(self, shape):
        return [self.value(shape.member) for _ in range(self.count(shape))]

    def map(self, shape):
        return {self.string(shape.key): self.value(shape.value) for _ in range(self.count(shape))}

    def boolean(self, _):
        return self.one_in(2)

    def string(self, shape):
        low, high = shape.metadata.get("min", 0), shape.metadata.get("max", 300)
        if self.one_in(25):
            length = self.random.choice([low - 1, low, high, high + 1, low + 1])
            return self.random.choice("a0-\u00e4\U0001f600") * max(length, 0)
        if self.one_in(6):
            return "".join(self.random.choice(CHARACTERS) for _ in range(self.random.randint(0, 12)))
        text = self.random.choice(TEXTS)
        if self.one_in(8):
            at = self.random.randrange(len(text) + 1)
            text = text[:at] + self.random.choice(CHARACTERS) + text[at + self.random.choice([0, 1]) :]
        return text

    def input(self, shape):
        return self.random.choice(WRONG) if self.one_in(500) else self.structure(shape)


def main(seed, count):
    session = Session()
    for operation, service in SERVICES.items():
        shape = session.get_service_model(service).operation_model(operation).input_shape
        chance = Chance(f"{seed} {operation}")
        for _ in range(count):
            value = chance.input(shape)
            found = []
            judged(shape, value, "", found)
            print(json.dumps({"operation": operation, "input": value, "found": sorted(set(found))}))


main(sys.argv[1], int(sys.argv[2]))
