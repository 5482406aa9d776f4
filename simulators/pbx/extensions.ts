/** An extension as an administrator would enter it. Its `id` is the PBX's own and is not the number people dial. */
export type Extension = { id: number; number: string; name: string; email: string; mobile?: string; presence?: string };

/**
 * The people and desks of the simulated office. The traps are meant: nobody's id is their number; number 7 stands
 * beside an extension whose id is 7; "100" is found in 1000 to 1007 and in a mobile number too; two desks share one
 * mailbox and one has none; all of them do not fit on the vendor's example page of 20.
 */
export const extensions: readonly Extension[] = [
  { id: 3, number: '1000', name: 'Front Desk - Ingrid Voss', email: 'ingrid.voss@helpdesk.example' },
  { id: 5, number: '1001', name: 'Sales - Tomás Rivera', email: 'tomas.rivera@helpdesk.example', mobile: '2025550117' },
  { id: 7, number: '1002', name: 'Sales - Amara Okafor', email: 'amara.okafor@helpdesk.example' },
  { id: 8, number: '2100', name: 'Accounts - Lukas Brandt', email: 'lukas.brandt@helpdesk.example' },
  {
    id: 12,
    number: '7',
    name: 'Night Desk - Noor Haddad',
    email: 'noor.haddad@helpdesk.example',
    presence: 'off_work',
  },
  { id: 21, number: '100', name: 'Switchboard - Edith Payne', email: 'edith.payne@helpdesk.example' },
  { id: 34, number: '1003', name: 'Support - Mei Lin', email: 'mei.lin@helpdesk.example' },
  {
    id: 35,
    number: '1004',
    name: 'Support - Camille Roche',
    email: 'camille.roche@helpdesk.example',
    presence: 'lunch',
  },
  {
    id: 40,
    number: '2001',
    name: 'Field Service - Jonas Weber',
    email: 'jonas.weber@helpdesk.example',
    mobile: '2025550100',
  },
  { id: 41, number: '2002', name: 'Field Service - Lucía Prieto', email: 'lucia.prieto@helpdesk.example' },
  { id: 52, number: '3200', name: 'Human Agent - Priya Raman', email: 'priya.raman@helpdesk.example' },
  { id: 58, number: '3201', name: 'Human Agent - Owen Fitch', email: 'owen.fitch@helpdesk.example', presence: 'away' },
  { id: 60, number: '3202', name: 'Human Agent - Leo Ball', email: 'leo.ball@helpdesk.example' },
  { id: 63, number: '3203', name: 'Human Agent - Inês Duarte', email: 'ines.duarte@helpdesk.example' },
  { id: 71, number: '3210', name: 'Returns Desk A', email: 'returns@helpdesk.example' },
  { id: 72, number: '3211', name: 'Returns Desk B', email: 'returns@helpdesk.example' },
  { id: 80, number: '1005', name: 'Meeting Room Alder', email: '' },
  { id: 81, number: '1006', name: 'Meeting Room Birch', email: 'birch@helpdesk.example', presence: 'do_not_disturb' },
  { id: 82, number: '1007', name: 'Meeting Room Cedar', email: 'cedar@helpdesk.example' },
  { id: 90, number: '4000', name: 'Warehouse - Sam Ortega', email: 'sam.ortega@helpdesk.example' },
  { id: 91, number: '4001', name: 'Warehouse - Ruth Adeyemi', email: 'ruth.adeyemi@helpdesk.example' },
  { id: 92, number: '4002', name: 'Workshop - Piet Kramer', email: 'piet.kramer@helpdesk.example' },
  {
    id: 93,
    number: '4003',
    name: 'Workshop - Hana Sato',
    email: 'hana.sato@helpdesk.example',
    presence: 'business_trip',
  },
];

/** The person's name in an extension's: "Leo Ball" of "Human Agent - Leo Ball". */
export function personOf({ name }: Extension): string {
  return name.split(' - ').at(-1) ?? name;
}

const offline = { status: 0 };
const onlineStatus = { sip_phone: { status: 1 }, linkus_desktop: offline, linkus_mobile: offline, linkus_web: offline };

/** One row of `extension/search` and `extension/list`, in the order and spelling of the vendor's example. */
export function extensionRow({ id, number, name, email, mobile, presence }: Extension) {
  return {
    id,
    number,
    caller_id_name: name,
    email_addr: email,
    mobile_number: mobile ?? '',
    presence_status: presence ?? 'available',
    custom_presence_status: '',
    role_name: '',
    online_status: onlineStatus,
  };
}

/** A row as the PBX lists it. */
export type ExtensionRow = ReturnType<typeof extensionRow>;
