"""How does Alembic reach the dossier? By the connection that `migrate` hands it."""

from alembic import context

from tracktwo.dossier.schema import METADATA


def run() -> None:
    """Run the migrations asked for, inside the transaction that is already open."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        transactional_ddl=False,  # the caller's transaction holds all steps or none
    )
    context.run_migrations()


if __name__ == "env_py":  # the name under which Alembic loads this file
    run()
