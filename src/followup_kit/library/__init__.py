"""Libraries of templates: found, judged, remembered, held against a baseline."""
