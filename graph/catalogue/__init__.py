"""The actor catalogue: who is who and who held which office when, known without any article."""
