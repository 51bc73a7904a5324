"""Articles of Parquet files coded on Spark: python spark_recipe.py IN OUT (or spark-submit)."""

import sys
from collections.abc import Iterator

import pyarrow as pa
from pyspark.sql import SparkSession

from mahdar.batch import code_batch


def coded(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The batches of a partition, coded."""
    for batch in batches:
        yield from code_batch(pa.Table.from_batches([batch])).to_batches()


if __name__ == "__main__":
    source, target = sys.argv[1:]
    spark = SparkSession.builder.appName("mahdar").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 500)  # records take more room than texts
    articles = spark.read.parquet(source)
    articles.mapInArrow(coded, "id string, record string, error string").write.parquet(target)
    spark.stop()
