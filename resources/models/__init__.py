"""Lotkeeper's own models as they ship, plate detector and plate recogniser, and how they are made."""
