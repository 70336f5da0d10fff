"""The weights of the three learned models, data files that `bench/train.py` writes."""
