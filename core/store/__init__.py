"""Where the journal, its projections, the tasks and the photos are kept."""
