"""Articles of Parquet files coded with Ray Data, where it is one step of several: python ray_recipe.py IN OUT."""

import sys

import ray

from mahdar.batch import code_batch

if __name__ == "__main__":
    source, target = sys.argv[1:]
    articles = ray.data.read_parquet(source)
    articles.map_batches(code_batch, batch_format="pyarrow", batch_size=500).write_parquet(target)
