"""Libraries of templates: which files, under which settings, and what is known of them."""
