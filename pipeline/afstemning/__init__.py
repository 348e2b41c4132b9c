"""Why another figure is another than ours: a bridge from the one to the other, step by step."""
