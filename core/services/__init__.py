"""One module per verb of the people and machines that use the lot."""
