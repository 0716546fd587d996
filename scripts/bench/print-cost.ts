// Loaded before a program that is measured: at its end it says what all of it cost, start of Node included.
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  process.stderr.write(`\ncost ${(user + system) / 1000} ${maxRSS / 1024}\n`);
});
