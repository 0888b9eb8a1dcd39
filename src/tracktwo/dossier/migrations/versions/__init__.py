"""One file per version of the schema. A file that was released is never changed."""
