/** Stands in for the migrations: done at once, or failed when FAIL is set. */
if (process.env.FAIL) {
  process.stderr.write('the preparation was told to fail\n');
  process.exitCode = 1;
}
