import type { PbxAnswer } from '../answer.ts';
import { refuse, refuseParameter } from '../answer.ts';
import { naturalNumber } from '../directory-page.ts';
import { legsOf } from '../machine.ts';
import { answerFor } from '../sample-calls/answer-for.ts';
import type { Side } from '../sample-calls/sample-call.ts';
import type { Endpoint } from './endpoint.ts';

/** The AI summary of one call leg for one of its two parties (Yeastar: get-ai-call-summary page). */
export const getAiSummary: Endpoint = {
  version: 'v2.0',
  method: 'GET',
  needsToken: true,
  answer: ({ query }, pbx) => {
    const cdrId = query.get('cdr_id');
    if (!cdrId) return refuseParameter('cdr_id', 'required');
    const side = askedSide(query);
    if (typeof side === 'object') return side;
    const extensionId = naturalNumber(query.get(`${side}_ext_id`) ?? '');
    if (extensionId === null) return refuseParameter(`${side}_ext_id`, 'invalid');
    const extension = pbx.directory.extensions.find(({ id }) => id === extensionId);
    if (extension === undefined) return refuse(pbx.settings.unknownExtensionErrcode);
    const call = legsOf(pbx).find((sample) => sample.cdrId === cdrId);
    return call === undefined ? refuse(60001) : answerFor(call, { side, extension }, pbx.directory.extensions);
  },
};

/** The side asked for; naming both or neither is refused. */
function askedSide(query: URLSearchParams): Side | PbxAnswer {
  if (query.has('src_ext_id') && query.has('dst_ext_id')) return refuseParameter('dst_ext_id', 'exclusive');
  if (query.has('src_ext_id')) return 'src';
  if (query.has('dst_ext_id')) return 'dst';
  return refuseParameter('src_ext_id or dst_ext_id', 'required');
}
