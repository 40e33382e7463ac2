# The budgets of the window: in a browser, where causes are found quickly, and in the real window, which is what makers have.
# shellcheck shell=bash
. scripts/bench/browser.sh
. scripts/bench/window.sh
