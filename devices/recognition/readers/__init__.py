"""Whatever reads plates in a picture, chosen by a text of the configuration: our own reader, or a site's."""
