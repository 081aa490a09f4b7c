package source

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoRE       = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)
	isoTimeRE   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}`)
	compactRE   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$`)
	dayFirstRE  = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}+)\.?,? (\d{4})$`)
	dayLastRE   = regexp.MustCompile(`^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	monthYearRE = regexp.MustCompile(`^(\p{L}+)\.?,? (\d{4})$`)
	weekdayRE   = regexp.MustCompile(`^(?i)(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? `)
	leadRE      = regexp.MustCompile(`^(?i)(?:date|published|updated|posted|air date|aired|first published)(?: on| at)?:? `)
	clockRE     = regexp.MustCompile(`(?i)[ ,]+(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?$`)
	fileDateRE  = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d{2})([-_.]?)(\d{2})([-_.]?)(\d{2})(?:[^\d]|$)`)
)

var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}

// parseDate reads a date as people and machines write it, month and day in words or in ISO order, and
// gives it in ISO 8601, of day precision at best. Numbers whose order depends on the country
// (02/03/2019) are no date to it.
func parseDate(s string) (iso string, ok bool) {
	s = strings.Join(strings.Fields(s), " ")
	s = leadRE.ReplaceAllString(s, "")
	s = weekdayRE.ReplaceAllString(s, "")
	if m := isoTimeRE.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	s = clockRE.ReplaceAllString(s, "")
	s = strings.TrimSuffix(s, ".")
	if m := isoRE.FindStringSubmatch(s); m != nil {
		return makeDate(m[1], m[2], m[3])
	}
	if m := compactRE.FindStringSubmatch(s); m != nil {
		return makeDate(m[1], m[2], m[3])
	}
	if m := dayFirstRE.FindStringSubmatch(s); m != nil {
		return wordDate(m[3], m[2], m[1])
	}
	if m := dayLastRE.FindStringSubmatch(s); m != nil {
		return wordDate(m[3], m[1], m[2])
	}
	if m := monthYearRE.FindStringSubmatch(s); m != nil {
		return wordDate(m[2], m[1], "")
	}
	if t, err := time.Parse(time.RFC1123Z, s); err == nil {
		return t.Format(time.DateOnly), true
	}
	return "", false
}

func wordDate(year, month, day string) (string, bool) {
	m, ok := months[strings.ToLower(month)]
	if !ok {
		return "", false
	}
	if day != "" && len(day) < 2 {
		day = "0" + day
	}
	mm := strconv.Itoa(m)
	if m < 10 {
		mm = "0" + mm
	}
	return makeDate(year, mm, day)
}

// makeDate joins the parts of a date that exists: no 30 February, no year before 1000.
func makeDate(year, month, day string) (string, bool) {
	if year < "1000" {
		return "", false
	}
	switch {
	case month == "":
		return year, true
	case day == "":
		if _, err := time.Parse("2006-01", year+"-"+month); err != nil {
			return "", false
		}
		return year + "-" + month, true
	}
	iso := year + "-" + month + "-" + day
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return "", false
	}
	return iso, true
}

// dateLine reads a line that is a date and nothing else, to the day.
func dateLine(line string) (iso string, ok bool) {
	if len(line) > 60 {
		return "", false
	}
	iso, ok = parseDate(line)
	return iso, ok && len(iso) == len("2019-02-14") || ok && len(iso) == len("2019-02") && len(strings.Fields(line)) == 2
}

// fileDate reads a date to the day in a file's name: "2019-02-14-talks.txt", "20190214.srt".
func fileDate(name string) (iso string, ok bool) {
	m := fileDateRE.FindStringSubmatch(name)
	if m == nil || m[2] != m[4] {
		return "", false
	}
	return makeDate(m[1], m[3], m[5])
}
