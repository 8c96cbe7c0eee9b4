"""The program people see: windows, commands, the shell, and the one place that builds it all."""
