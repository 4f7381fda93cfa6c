"""Sorts requests in a Spark job by what xregion says of them.

    spark-submit check_requests.py SOURCE TARGET

SOURCE holds requests in JSON, one on each line, that name their operations. In TARGET/valid they are as they were; in
TARGET/rejected each stands beside its issues. The program `xregion` must be on the PATH, everywhere the same.
"""

import json
import os
import sys

from pyspark.sql import SparkSession

# Spark hands each partition to a program of its own. A request with errors is a result here and no failure of the job,
# but whatever keeps the program from its work fails it: hence --exit-zero, and checkCode. By --echo a request comes out
# again beside what is said of it, as nothing else tells which line of which file it was.
CHECK = "xregion check --format json --echo --exit-zero"


def sort(lines):
    """The valid and the rejected of an RDD of requests, as lines of JSON."""
    # Spark starts programs without any environment, and so without a PATH.
    verdicts = lines.pipe(CHECK, env={"PATH": os.environ["PATH"]}, checkCode=True).map(json.loads).cache()
    valid = verdicts.filter(lambda verdict: verdict["ok"]).map(lambda verdict: verdict["data"])
    rejected = verdicts.filter(lambda verdict: not verdict["ok"]).map(without_place)
    return valid.map(written), rejected.map(written)


def without_place(verdict):
    """A verdict without its place in a partition, which tells nobody anything."""
    return {name: value for name, value in verdict.items() if name not in ("file", "line")}


def written(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(source, target):
    spark = SparkSession.builder.appName("check requests").getOrCreate()
    valid, rejected = sort(spark.sparkContext.textFile(source))
    valid.saveAsTextFile(f"{target}/valid")
    rejected.saveAsTextFile(f"{target}/rejected")
    print(f"{valid.count()} valid, {rejected.count()} rejected")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
