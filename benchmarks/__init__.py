"""Accuracy, speed and robustness figures: `python -m benchmarks.run`."""
