"""The living documentation: what every run of the features writes for whoever does not program.

`plugin` listens to pytest and pytest-bdd, `records` is what it hears about one scenario, `book`
puts the records of a run in order, `page` writes them as one page and as JSON.
"""
