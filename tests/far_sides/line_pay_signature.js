// Signs as LINE Pay's document says, with Node's own cryptography: a second implementation beside ours.
// One JSON object a line: {"secret", "path", "rest", "nonce"}; the signature comes back as a line.
"use strict";
const crypto = require("crypto");
const readline = require("readline");

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { secret, path, rest, nonce } = JSON.parse(line);
  const signature = crypto.createHmac("sha256", secret).update(secret + path + rest + nonce, "utf8");
  process.stdout.write(signature.digest("base64") + "\n");
});
