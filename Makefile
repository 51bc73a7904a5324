.PHONY: setup test lint types bench docs demo compiled
setup: ; sh scripts/setup
test: ; sh scripts/test
demo: ; sh scripts/demo
lint: setup ; .venv/bin/ruff check . && .venv/bin/ruff format --check .
types: setup ; .venv/bin/mypy
compiled: ; sh scripts/compiled
bench: compiled ; sh scripts/setup --group bench && .venv/bin/python -m benchmarks.run
docs: setup ; .venv/bin/python -m mahdar.record.schema docs/record.schema.json
