"""What is said about a rate plan before it goes live: one module for each kind of remark."""
