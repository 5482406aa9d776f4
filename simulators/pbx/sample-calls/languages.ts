import type { SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

const german: SampleCall = {
  cdrId: '20260514091205-A41C7',
  extensionNumber: '2001',
  shows: 'A German call: translated headings as h3, and an answer under the key that was asked.',
  row: { call_from: 'Annegret Thiele<2025550121>' },
  answersBySide: 'asked',
  parties: [
    {
      side: 'dst',
      extensionNumber: '2001',
      id: 61,
      createdAt: 1778721498,
      summary:
        section(
          'Gesprächszusammenfassung',
          [
            'Frau Annegret Thiele von der Bäckerei Sonnleitner meldet einen Ausfall der Kühlzelle in der Filiale Süd.',
            'Die Temperatur ist seit 6:30 Uhr von 4 °C auf 11 °C gestiegen.',
          ],
          'h3',
        ) +
        section(
          'Wichtige Punkte',
          [
            'Der Verdichter läuft an und schaltet nach etwa 20 Sekunden wieder ab.',
            'Die Wartung war am 2. März; damals wurde der Druckwächter getauscht.',
            'Ware im Wert von rund 3.800 € ist betroffen.',
          ],
          'h3',
        ) +
        section(
          'Nächste Schritte',
          [
            'Jonas Weber fährt bis 11 Uhr mit einem Ersatz-Druckwächter hin.',
            'Bäckerei Sonnleitner lagert die Ware in die Filiale Nord um.',
            'Angebot für einen Wartungsvertrag bis Freitag schicken.',
          ],
          'h3',
        ),
    },
  ],
};

const chinese: SampleCall = {
  cdrId: '20260514103340-0D2B8',
  extensionNumber: '1003',
  shows: 'A Chinese call: h3 headings and full-width punctuation.',
  row: { call_from: '陈晓雯<2025550122>' },
  answersBySide: 'asked',
  parties: [
    {
      side: 'dst',
      extensionNumber: '1003',
      id: 62,
      createdAt: 1778726391,
      summary:
        section(
          '通话摘要',
          ['客户陈晓雯来电，询问订单延迟发货的原因。', '坐席确认仓库系统升级导致发货推迟两天。'],
          'h3',
        ) +
        section('关键要点', ['订单共 36 件，原定五月十二日发货。', '客户的展会于五月二十日开始，不能再延期。'], 'h3') +
        section(
          '后续行动',
          ['今天下午五点前向客户发送新的物流单号。', '如果十六日仍未发货，改用航空快递，费用由我方承担。'],
          'h3',
        ),
    },
  ],
};

const spanish: SampleCall = {
  cdrId: '20260514141822-5F90A',
  extensionNumber: '2002',
  shows: 'A Spanish call: headings that are only bold text with a colon.',
  row: { call_from: 'Joaquín Ibarra<2025550123>' },
  answersBySide: 'own',
  parties: [
    {
      side: 'dst',
      extensionNumber: '2002',
      id: 63,
      createdAt: 1778739877,
      summary:
        section('<strong>Resumen de la llamada:</strong>', [
          'Joaquín Ibarra, de Talleres Ibarra, pide adelantar la revisión del compresor.',
          '¿Motivo? Una auditoría de seguridad el día 22.',
        ]) +
        section('<strong>Puntos clave:</strong>', [
          'La revisión estaba prevista para el 29 de mayo.',
          'El taller cierra a las 14:00 los viernes.',
        ]) +
        section('<strong>Acciones de seguimiento:</strong>', [
          'Lucía Prieto propone el miércoles 20 a las 9:30.',
          'Enviar el certificado de la última revisión por correo.',
        ]),
    },
  ],
};

const french: SampleCall = {
  cdrId: '20260514160911-C83E1',
  extensionNumber: '1004',
  shows: 'A French call: h2 headings, apostrophes as entities and non-breaking spaces before the punctuation.',
  row: { call_from: 'Solène Garnier<2025550124>' },
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '1004',
      id: 64,
      createdAt: 1778746544,
      summary:
        section(
          'Résumé de l&#39;appel',
          [
            'Mme Solène Garnier signale que l&#39;imprimante d&#39;étiquettes s&#39;arrête toutes les dix minutes.',
            'Elle demande&nbsp;: «&nbsp;faut-il changer le câble&nbsp;?&nbsp;»',
          ],
          'h2',
        ) +
        section('Points clés', ['Le voyant reste orange après un redémarrage.', 'Le modèle date de 2021.'], 'h2') +
        section(
          'Actions à suivre',
          ['Camille Roche rappelle mardi à 10&nbsp;h.', 'Préparer un câble de rechange.'],
          'h2',
        ),
    },
  ],
};

/** Calls in other languages than English. */
export const callsInOtherLanguages: readonly SampleCall[] = [german, chinese, spanish, french];
