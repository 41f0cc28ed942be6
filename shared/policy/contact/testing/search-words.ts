/** What people type where a site may be searched, in the languages of the kiosk and some others they speak. */
export const searchWords: readonly string[] = [
  'bakker', 'bakkerij in Gent', 'lasser gent', 'metselaar Sint-Niklaas', 'vrachtwagenchauffeur C/CE', 'heftruck',
  'ploegenwerk', 'deeltijds 19u', '9000 Gent', 'werk aan huis', 'hoe vraag ik een uitkering aan?', 'o.a. schilder',
  'boulanger', 'garçon de café', 'maçon à Liège', 'ouvrier polyvalent (h/f/x)', 'mi-temps', "chargé d'entretien",
  'soudeur TIG/MIG', '4000 Liège', 'où trouver un logement ?', 'C.D.I.', 's.a.', 'Mons-Borinage', 'rue de la Loi 16',
  'Bäcker', 'Schweißer in Eupen', 'Lagerarbeiter (m/w/d)', 'Teilzeit', '4700 Eupen', 'z.B. Maler', 'Kfz-Mechaniker',
  'Straße', 'Übersetzer', 'baker', 'welder part time', 'forklift driver', 'C++ developer', 'C# .NET', 'ASP.NET',
  'Node.js', 'night shift 22:00 - 06:00', '38 h/week', '2,500 euro', '€ 1.250,50', '50+', '24/7', '8.30 - 12.45',
  'cook at home', 'look at point 3', 'meet at the gare du nord', 'bread & butter', 'level 2', 'top 10', 'U.S. history',
  'طباخ', 'نجار في بروكسل', 'piekarz', 'kierowca kat. B', 'fırıncı', 'brutar', 'пекарь', 'panadero', 'buôn bán',
  'The Count of Monte Cristo', 'Harry Potter 1', '1984', 'Simenon, Georges', 'vol. 2', 'ISBN 978-90-234-5678-9',
  '0-306-40615-2', 'EN ISO 9001:2015', 'art. 12 §3', 'wet van 12/01/2005', 'besluit 2019-03-22', 'page 12 of 345',
] // prettier-ignore

/** What programs put into addresses: none of it reaches anybody. */
export const programValues: readonly string[] = [
  '123456789', '1', '42', '-1', '3.14', '0.8234567890123', '1700000000000', '9781402894626', '75001', '01000', '00100',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301', '01234567-1234-1234-1234-123456789012', '0123456789abcdef0123456789abcdef',
  'd41d8cd98f00b204e9800998ecf8427e', 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'GA1.2.123456789.1700000000',
  '1.2.3', '10.0.19045', '0.12.345.6789', 'v2.0.1-beta.3', '2026-03-01', '01/02/2026', '1.2.2026', '2026-03-01T08:30:00Z',
  '2026-03-01T08:30:00.123456+01:00', '20260301', '20260301T083000', '08:30', '12:45:10', '+02:00', '06:00-14:00',
  'main.css', 'app.min.js', 'logo@2x.png', 'photo.jpeg', 'font.woff2', 'index.html', 'report-2026.pdf', 'data.json',
  'date_desc', 'sort:asc', 'true', 'null', 'nl-BE', 'a,b,c', 'x=1', 'Roboto:400,700', 'jQuery36001234', 'utf-8',
  'price asc', '50.8466,4.3528', '{"a":1}', '[1,2,3]', 'page[size]', '$select', '1e+21', 'BE', 'be68', 'react@18.2.0',
] // prettier-ignore
