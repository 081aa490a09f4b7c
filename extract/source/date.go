package source

import (
	"regexp"
	"strings"
	"time"
)

// dateLayouts are the ways in which dates are written, commas and stops left out, and how much each says.
var dateLayouts = []struct{ in, out string }{
	{"2006-01-02", time.DateOnly}, {"20060102", time.DateOnly},
	{"2 January 2006", time.DateOnly}, {"2 Jan 2006", time.DateOnly},
	{"January 2 2006", time.DateOnly}, {"Jan 2 2006", time.DateOnly},
	{"2006-01", "2006-01"}, {"January 2006", "2006-01"}, {"Jan 2006", "2006-01"}, {"2006", "2006"},
}

var (
	leadRE = regexp.MustCompile(`^(?i)(?:(?:date|published|updated|posted|air date|aired|first published)(?: on| at)?:? )?` +
		`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?`)
	timeTailRE = regexp.MustCompile(`(?i)(?:^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.*|^(\d{8})(?:T?\d{4,6}Z?)|` +
		`[ ,]+(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)$`)
	ordinalRE  = regexp.MustCompile(`(\d)(?:st|nd|rd|th)?(?: of)?([ .,]|$)`)
	fileDateRE = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d{2})([-_.]?)(\d{2})([-_.]?)(\d{2})(?:[^\d]|$)`)
)

// parseDate reads a date as people and machines write it, month and day in words or in ISO order, and
// gives it in ISO 8601, of day precision at best. Numbers whose order depends on the country
// (02/03/2019) are no date to it.
func parseDate(s string) (iso string, ok bool) {
	const longest = 80 // bytes
	if s = oneLine(s); len(s) > longest {
		return "", false
	}
	s = timeTailRE.ReplaceAllString(leadRE.ReplaceAllString(s, ""), "$1$2")
	s = oneLine(strings.NewReplacer(".", " ", ",", " ").Replace(ordinalRE.ReplaceAllString(s, "$1$2")))
	s = strings.Replace(s, "Sept ", "Sep ", 1)
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout.in, s); err == nil && t.Year() >= 1000 {
			return t.Format(layout.out), true
		}
	}
	return "", false
}

// dateLine reads a line that is a date and nothing else: to the day, or a month in words.
func dateLine(line string) (iso string, ok bool) {
	if len(line) > 60 {
		return "", false
	}
	iso, ok = parseDate(line)
	return iso, ok && (len(iso) == len(time.DateOnly) || len(iso) == len("2006-01") && strings.Contains(line, " "))
}

// fileDate reads a date to the day in a file's name: "2019-02-14-talks.txt", "20190214.srt".
func fileDate(name string) (iso string, ok bool) {
	m := fileDateRE.FindStringSubmatch(name)
	if m == nil || m[2] != m[4] {
		return "", false
	}
	return parseDate(m[1] + "-" + m[3] + "-" + m[5])
}
