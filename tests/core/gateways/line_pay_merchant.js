// Speaks to a LINE Pay server with line-pay-merchant, a client that we did not write; prints what it says.
// node line_pay_merchant.js MODULES ORIGIN CHANNEL SECRET
"use strict";
const [, , modules, origin, channelId, channelSecretKey] = process.argv;
const axios = require(modules + "/axios");
const { createLinePayClient } = require(modules + "/line-pay-merchant");

const create = axios.create;
axios.create = (config) => create({ ...config, baseURL: origin });
if (axios.default) axios.default.create = axios.create;

async function main() {
  const client = createLinePayClient({ channelId, channelSecretKey, env: "development" });
  const made = await client.request.send({
    body: {
      amount: 60,
      currency: "TWD",
      orderId: "second-opinion-1",
      packages: [{ id: "1", amount: 60, products: [{ name: "停車費", quantity: 1, price: 60 }] }],
      redirectUrls: { confirmUrl: "https://lot.test/a", cancelUrl: "https://lot.test/b" },
    },
  });
  const transactionId = made.body.info.transactionId;
  const checked = await client.checkPaymentStatus.send({ transactionId, params: {} });
  console.log(JSON.stringify({ transactionId, code: checked.body.returnCode }));
}

main().catch((error) => {
  console.error(String(error && error.stack));
  process.exit(1);
});
