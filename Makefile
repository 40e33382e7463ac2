# One list of commands, for people and for the continuous integration. Each may be run twice.
.DEFAULT_GOAL := help
.PHONY: help setup run demo test torture torture-sync torture-typing fuzz s3 e2e e2e-package bench lint fix ui bindings promises screenshots deb clean

help: ## Shows this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

setup: ## Installs what is missing (Debian, Ubuntu)
	@scripts/setup.sh

demo: ## Opens Maker Studio with sample drafts and pretend platforms: no account needed
	@scripts/demo.sh

test: ## Runs everything that the continuous integration runs
	@scripts/test.sh

run: ## Runs the program with the live interface
	@scripts/run.sh

ui: ## Builds the interface, which the program embeds
	@bash -c '. scripts/lib.sh && build_ui'

bindings: ## Writes the window's types anew from the core's
	@MAKER_WRITE_BINDINGS=1 cargo test --workspace --test system -- bindings

promises: ## Writes the table of what the window promises anew, out of the tests' names
	@MAKER_WRITE_PROMISES=1 cargo test --workspace --test system -- promises

torture: ## Kills the program at 500 moments of its work: MAKER_TORTURE_KILLS, MAKER_TORTURE_SEED
	@scripts/torture.sh

torture-sync: ## Kills desks, servers and their database for ten minutes: MAKER_SYNC_TORTURE_SECONDS, MAKER_SYNC_TORTURE_SEED
	@scripts/torture-sync.sh

torture-typing: ## Kills the program 200 times while somebody types in its window: MAKER_TYPING_KILLS, MAKER_TORTURE_SEED
	@scripts/torture-typing.sh

fuzz: ## Gives the readers of the platforms' answers and of videos anything: MAKER_FUZZ_CASES (200000, about half an hour)
	@MAKER_FUZZ_CASES=$${MAKER_FUZZ_CASES:-200000} cargo test --locked -p maker-platforms --test it no_answer_of_any -- --nocapture
	@MAKER_FUZZ_CASES=$${MAKER_FUZZ_CASES:-200000} cargo test --locked -p maker-media --test verdicts no_damage

s3: ## Keeps the backend's pictures in a bucket, of a server that speaks S3 (built once)
	@scripts/s3.sh

e2e: ## Drives the real window
	@scripts/setup.sh && scripts/e2e.sh

e2e-package: ## Installs the Debian package, opens it by a link, removes it (as root, on a throw-away machine)
	@scripts/e2e-package.sh

bench: ## Measures everything that has a target; make bench-http (https, memory, first-byte, writes, line, idle, queue, ui, sync, public, listeners) one of them
	@scripts/bench.sh

bench-%:
	@scripts/bench.sh $*

lint: ## Checks formatting, lints, types and licences
	@scripts/lint.sh

fix: ## Formats, and applies what the linters can mend themselves
	@scripts/fix.sh

screenshots: ## Draws every screen in light and dark, small and large, into screenshots/, and the README's pictures
	@scripts/screenshots.sh

deb: ## Builds the Debian package
	@scripts/deb.sh

clean: ## Removes what was built, and the demo's files
	@rm -rf target gen ui/dist .demo bench/out screenshots
	@echo "Clean. Installed npm packages are kept; setup brings everything else back."
