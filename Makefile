# Both only call bootstrap.py: `python3 bootstrap.py run` is the same as `make run`.
PYTHON ?= python3

.PHONY: run test

run:
	$(PYTHON) bootstrap.py run $(ARGS)

test:
	$(PYTHON) bootstrap.py test $(ARGS)
