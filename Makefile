# A list for people; the logic is in xtask.
.PHONY: demo test check bench screenshots

demo:
	cargo xtask demo $(ARGS)

test:
	cargo xtask test

check:
	cargo xtask check

bench:
	cargo xtask bench $(ARGS)

screenshots:
	cargo xtask screenshots $(ARGS)
