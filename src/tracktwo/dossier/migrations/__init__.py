"""The schema's history: one file per version, run by Alembic when a dossier is opened."""
