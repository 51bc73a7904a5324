"""Articles of Parquet files coded on Dask: python dask_recipe.py IN OUT."""

import sys

import dask
import dask.dataframe as dd
import pandas as pd
import pyarrow as pa

from mahdar.batch import SCHEMA, code_batch


def coded(articles: pd.DataFrame) -> pd.DataFrame:
    """A partition, coded."""
    return code_batch(pa.Table.from_pandas(articles, preserve_index=False)).to_pandas()


if __name__ == "__main__":
    source, target = sys.argv[1:]
    dask.config.set(scheduler="processes")  # on a cluster instead: dask.distributed.Client(address)
    articles = dd.read_parquet(source, split_row_groups=1)
    columns = dict.fromkeys(SCHEMA.names, "object")
    articles.map_partitions(coded, meta=columns).to_parquet(target, write_index=False, schema=SCHEMA)
