"""How well predictions of moves hold on moves they have not seen: designs, measures, intervals."""
