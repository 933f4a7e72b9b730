"""The only door to spaCy: language, pipelines, words with their parts of speech."""
