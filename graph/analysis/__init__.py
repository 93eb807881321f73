"""Measures on the graph, as functions of a networkx graph, and of igraph behind the same names."""
