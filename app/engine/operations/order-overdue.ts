import type { Situation } from "../steps/situation";
import { orderTimer } from "./questions";
import { told } from "./told";

/** The last day of an order is over without a reply: whoever gave it is told, and those it was given to. */
export function orderOverdue({ matter }: Situation, timer: string): ReturnType<typeof told>[] {
  const order = matter.orders?.find(({ id }) => orderTimer(id) === timer);
  if (order === undefined) return [];
  const said = {
    zh: `督办到期（${order.until}），还没有答复`,
    en: `an order fell due (${order.until}) without a reply`,
  };
  return [order.from, ...order.to].map(({ id }) => told(id, said));
}
