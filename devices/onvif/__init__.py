"""ONVIF devices: cameras with their streams, relays and inputs. Only what a lot needs, each call bounded."""
