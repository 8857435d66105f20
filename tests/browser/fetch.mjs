/** Brings a Chromium from the npm registry and unpacks it; run by scripts/test.mjs where none is found. */
process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
console.log(await chromium.executablePath());
