"""Names of the world: states, offices, bodies, people, places."""
