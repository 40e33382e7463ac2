/** Ends the run with one plain line that other programs can read. */
export default class PlainReporter {
  onTestRunEnd(modules) {
    let passed = 0;
    let failed = modules.filter((m) => m.errors().length > 0).length;
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed += 1;
        if (state === "failed") failed += 1;
      }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
