skip = Hoppa till innehållet
