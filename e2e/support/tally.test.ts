import { expect, it } from "vitest";
import { add, closingLine, fromPlaywright, fromVitest, NONE } from "./tally";

it("adds what the runners report", () => {
  const vitest = fromVitest({
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  });
  expect(vitest).toEqual({ passed: 5, failed: 2, skipped: 2 });
  const browser = fromPlaywright({
    stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 },
    errors: [{}],
  });
  expect(browser).toEqual({ passed: 3, failed: 2, skipped: 0 });
  expect(closingLine(add(add(NONE, vitest), browser))).toBe("8 passed, 4 failed, 2 skipped");
});
