"""Other people's services over HTTP."""
