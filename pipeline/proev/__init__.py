"""The proof of a release: it reads the files as an outsider does and finds out what they give away."""
