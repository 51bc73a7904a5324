"""The languages, each a folder of data with its analyser."""
