"""The benches: what Lotkeeper must reach, measured beside a named baseline in the same run."""
