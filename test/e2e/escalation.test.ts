import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, problemsOf } from "./support/browser";
import { enter, expectText } from "./support/drive-page";
import { serveProduct, type Product } from "./support/serve-product";
import { createTeller, type Teller } from "./support/teller";

let product: Product;
let tell: Teller;
beforeAll(async () => {
  product = await serveProduct("2026-11-23T10:00");
  tell = createTeller(product);
});
afterAll(() => product.close());

const dispute = (where: string) =>
  tell.start("yangxiulan", {
    ...{ package: "dispute-mediation", place: "991021200201" },
    form: {
      ...{ reporter: "李长顺", where, what: "排水沟又堵了。" },
      ...{ urgency: "normal", hurt: "no" },
    },
  });

/** Sets the clock; a step wakes the workers, and what has run down is fired. */
async function passTo(moment: string, matter: string, rungs: number): Promise<void> {
  product.setClock(moment);
  await dispute("石桥村四组");
  const fired = () =>
    product.run("select id from timers where case_id = ? and kind = 'rung' and wake_at is null", [
      matter,
    ]);
  await expect.poll(async () => (await fired()).length, { timeout: 20_000 }).toBe(rungs);
  const unsent = () =>
    product.run("select id from outbox where case_id = ? and status = 'waiting'", [matter]);
  await expect.poll(async () => (await unsent()).length, { timeout: 20_000 }).toBe(0);
}

test("a matter says who will be told when; once late it was told; what stands still is tried again", async () => {
  const matter = await dispute("石桥村三组");
  const phone = await openPage({ width: 360, height: 780, javaScript: false });
  await enter(phone, product.origin, "高原");
  await phone.goto(`${product.origin}/cases/${matter}`);
  await expectText(phone, "到期会通知谁");
  await expectText(phone, /派出所所长：.*陆明/);
  await expectText(phone, "晚上 21:30 到早上 07:30 和休息日不打扰");

  await passTo("2026-11-26T09:00", matter, 2);
  await phone.goto(`${product.origin}/cases/${matter}`);
  await expectText(phone, "11月26日 09:00 已通知");

  await product.run(
    `update outbox set status = 'parked', wake_at = null, tries = 5, fault = 'nobody', parked_at = ?
     where id = (select id from outbox where case_id = ? order by seq desc, id desc limit 1)`,
    [product.platform.clock.now(), matter],
  );
  const admin = await openPage({ width: 1280, height: 800 });
  await enter(admin, product.origin, "袁波");
  await admin.goto(`${product.origin}/sweeps`);
  await expectText(admin, "催办与升级运行情况");
  await expectText(admin, "有停下的，要人处理");
  await admin.fill("[name=reason]", "已任命所长");
  await admin.locator("button[name=intent][value^=retry]").click();
  await expectText(admin, "已重新排上");
  await expectText(admin, "没有停下的");
  expect([...problemsOf(phone), ...problemsOf(admin)]).toEqual([]);
  const metrics = await fetch(`${product.origin}/metrics`);
  expect(await metrics.text()).toContain('qy_queue_parked{queue="outbox",county="991021"} 0');
});
