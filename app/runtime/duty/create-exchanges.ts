import type { ExchangesApi } from "../api";
import { askExchange, readExchange } from "./ask-exchange";
import { askLeave, readLeave } from "./ask-leave";
import type { EditParts } from "./edit-roster";
import { answerRequest, readRequest, readRequests } from "./shift-requests";

/** Exchanges and leaves over the rosters of an installation. */
export function createExchanges(parts: EditParts): ExchangesApi {
  return {
    exchange: (session, ask) => readExchange(parts, session, ask),
    askExchange: (session, input) => askExchange(parts, session, input),
    leave: (session, ask) => readLeave(parts, session, ask),
    askLeave: (session, input) => askLeave(parts, session, input),
    shiftRequests: (session, rosterId) => readRequests(parts, session, rosterId),
    shiftRequest: (session, caseId) => readRequest(parts, session, caseId),
    answerRequest: (session, input) => answerRequest(parts, session, input),
  };
}
