"""How the shipped models are made: plates are drawn, worn, put into pictures, and learned from."""
